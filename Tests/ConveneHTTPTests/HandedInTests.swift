import Testing

@testable import ConveneHTTP

/// Forms with files, RFC 7578.
@Suite struct HandedInTests {
    @Test(arguments: [
        ("multipart/form-data; boundary=edge", "edge"),
        ("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"", "a b"),
        ("multipart/form-data", nil), ("application/x-www-form-urlencoded; boundary=x", nil),
        ("multipart/form-data; boundary=", nil),
    ])
    func `a boundary is what the type names`(type: String, boundary: String?) {
        #expect(HandedIn.boundary(in: type) == boundary)
    }

    @Test func `fields and files come back as they were`() throws {
        let content: [UInt8] = [0, 13, 10, 45, 45, 255, 13, 10]
        let head =
            "--edge\r\nContent-Disposition: form-data; name=\"role\"\r\n\r\nЭксперт\r\n--edge\r\n"
            + "Content-Type: application/pdf\r\nContent-Disposition: form-data; name=\"file\";"
            + " filename=\"C:\\lists\\a%22b.csv\"\r\n\r\n"

        let handed = try HandedIn(
            Array(head.utf8) + content + Array("\r\n--edge--\r\n".utf8), boundary: "edge")

        #expect(handed.form["role"] == "Эксперт")
        #expect(handed["file"]?.name == "a\"b.csv")
        #expect(handed["file"]?.bytes == content)
        #expect(handed["other"] == nil)
    }

    @Test func `a field in which no file was chosen is empty`() throws {
        let body =
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n"
            + "--edge--\r\n"

        #expect(try HandedIn(Array(body.utf8), boundary: "edge")["file"] == nil)
    }

    @Test(arguments: [
        "", "--edge", "--edge--", "--edge\r\n", "--edge\r\nno head\r\n--edge--",
        "--edge\r\nContent-Disposition: form-data\r\n\r\nx\r\n--edge--",
        "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--edge",
        "--other\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--other--",
    ])
    func `what is no such form is refused`(body: String) {
        #expect(throws: (any Error).self) {
            let handed = try HandedIn(Array(body.utf8), boundary: "edge")
            // A form without any part is a form; nothing is in it.
            if handed.form.names.isEmpty { throw Nothing() }
        }
    }

    private struct Nothing: Error {}
}
