import Foundation
import Testing

@Suite struct PipeTests {
    @Test func `a reader that goes away ends a list quietly`() async throws {
        let shell = try await Shell.withEvent()

        let outcome = try await shell.run(
            """
            mkfifo pipe; exec 3<>pipe 4>pipe; exec 3<&-
            convene event list >&4; echo $?
            """)

        #expect(outcome.error == "")
        #expect(["0\n", "141\n"].contains(outcome.output))
    }

    @Test func `a disk that is full under a list is not passed over`() async throws {
        let shell = try await Shell.withEvent()

        let outcome = try await shell.run("convene event list --format csv >/dev/full")

        #expect(outcome.code == 5)
        #expect(
            outcome.error
                == "convene: The result could not be written whole, since its disk is full; what the"
                + " command did stands.\n")
    }

    @Test func `a list in a pipe is data alone`() async throws {
        let shell = try await Shell.withEvent()

        let text = try await shell.must(
            "convene event list --format tsv | cut -f1", ["TERM": "xterm"])

        #expect(text == "code\nkyiv\n")
    }

    @Test func `what can't be said in one line is said on standard error`() async throws {
        let shell = try await Shell.withEvent()

        let outcome = try await shell.run("convene event show nowhere --format json")

        #expect(outcome.code == 3)
        #expect(outcome.output == "")
        #expect(outcome.error.hasPrefix("convene: "))
    }
}
