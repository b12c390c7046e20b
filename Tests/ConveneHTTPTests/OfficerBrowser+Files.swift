import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting

extension OfficerBrowser {
    /// Opens a page and hands its form in with a file, as browsers do: RFC 7578.
    func hand(
        _ file: String, of content: String, on page: String, _ fields: [(String, String)],
        sealed: Bool = true
    ) async throws -> TestResponse {
        let seal = try await get(page).text.firstMatch(of: /name="seal" value="([0-9a-f]*)"/)
            .map { String($0.output.1) }
        let all = fields + (sealed ? [("seal", seal ?? "")] : [])
        var body = all.map { name, value in
            "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }.joined()
        body +=
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file)\"\r\n"
            + "Content-Type: text/csv\r\n\r\n\(content)\r\n--edge--\r\n"
        return try await send(
            page, body, type: "multipart/form-data; boundary=edge")
    }
}
