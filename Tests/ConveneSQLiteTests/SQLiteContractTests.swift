import Convene
import ConveneSQLite
import ConveneTestSupport
import Testing

@Suite struct SQLiteContractTests {
    @Test(arguments: StoreContract.all)
    func `what every engine promises`(_ promise: StoreContract) async throws {
        try await promise.check(try SQLiteStore.inMemory())
    }
}
