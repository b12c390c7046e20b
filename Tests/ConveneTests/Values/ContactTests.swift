import Convene
import Testing

@Suite struct ContactTests {
    @Test(arguments: [
        ("Olena Example <olena@example.org>", "Olena Example", "olena@example.org"),
        ("  \"Ольга  Пример\"<Olga@Example.ORG> ", "Ольга Пример", "Olga@example.org"),
    ])
    func `a contact is a name and an address`(text: String, name: String, address: String) throws {
        let contact = try Contact(text)

        #expect(contact.name == name)
        #expect(contact.address.text == address)
        #expect(try Contact(contact.text) == contact)
    }

    @Test(arguments: [
        "", "olena@example.org", "<olena@example.org>", "Olena Example", "Olena <olena@example.org",
        "Olena\u{7} <olena@example.org>", String(repeating: "a", count: 101) + " <a@example.org>",
    ])
    func `what is not both is refused with an example`(text: String) {
        let refusal = #expect(throws: Problem.self) { try Contact(text) }

        #expect(refusal?.code == .valueInvalid)
        #expect(refusal?.message.contains("<olena@example.org>") == true)
    }

    @Test func `a contact's address is read as any other`() {
        let refusal = #expect(throws: Problem.self) { try Contact("Olena <olena example.org>") }

        #expect(refusal?.code == .addressInvalid)
    }
}
