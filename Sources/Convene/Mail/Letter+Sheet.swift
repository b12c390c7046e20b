extension Letter {
    /// The texts of all letters about one matter in one language, kept once however many there are
    /// (BOX-5).
    package struct Sheet: Sendable, Equatable {
        package let plain: SheetText
        package let html: SheetText
        package let calendar: Calendar?
        /// In whose name it is written, and who gets the replies, if not the office.
        package let contact: Contact?
        /// The organiser's own word in it, by itself: a mail that takes the place of one that has not
        /// left says it too.
        package var note: String

        package init(
            plain: SheetText, html: SheetText, calendar: Calendar? = nil,
            contact: Contact? = nil, note: String = ""
        ) {
            self.contact = contact
            self.note = note
            self.plain = plain
            self.html = html
            self.calendar = calendar
        }

        package struct Calendar: Sendable, Equatable {
            package let method: Letter.Calendar.Method
            package let text: SheetText

            package init(method: Letter.Calendar.Method, text: SheetText) {
                self.method = method
                self.text = text
            }
        }

        /// All that it says, in one row of octets that no other sheet has.
        package var octets: [UInt8] {
            let texts = [
                plain.marked, html.marked, calendar?.method.rawValue ?? "",
                calendar?.text.marked ?? "", contact?.name ?? "", contact?.address.text ?? "",
            ]
            // Without a word of the organiser's a sheet is the same as in earlier versions.
            return (note.isEmpty ? texts : texts + [note]).flatMap {
                Array("\($0.utf8.count):".utf8) + Array($0.utf8)
            }
        }

        /// The numbers of the fields that its texts have places for.
        package var fields: Set<Int> {
            plain.fields.union(html.fields).union(calendar?.text.fields ?? [])
        }
    }
}
