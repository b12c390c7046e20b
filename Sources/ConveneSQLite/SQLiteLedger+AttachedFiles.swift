import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

extension SQLiteLedger {
    func keep(_ attachment: AttachedFile, digest: [UInt8], at: Date) throws -> AttachedFile.ID {
        if let kept = try first(
            "SELECT id FROM attachment WHERE digest = ?", [Data(digest)],
            {
                $0.id(at: 0) as AttachedFile.ID
            })
        {
            return kept
        }
        return AttachedFile.ID(
            try add(
                "INSERT INTO attachment (digest, made_at, bytes) VALUES (?, ?, ?)",
                [Data(digest), at.milliseconds, Data(attachment.bytes)]))
    }

    func insert(_ attachments: [AttachedFile], of message: Message.ID) throws {
        for (position, attachment) in attachments.enumerated() {
            try run(
                """
                INSERT INTO message_attachment (message_id, position, attachment_id, name)
                VALUES (?, ?, ?, ?)
                """, [message.rawValue, position, attachment.id.rawValue, attachment.name])
        }
    }

    func attachFiles(of message: Message.ID, to other: Message.ID) throws {
        try run(
            """
            INSERT INTO message_attachment (message_id, position, attachment_id, name)
            SELECT ?, position, attachment_id, name FROM message_attachment WHERE message_id = ?
            """, [other.rawValue, message.rawValue])
    }

    func attachments(of message: Message.ID) throws -> [AttachedFile] {
        try all(
            """
            SELECT a.id, m.name, a.bytes
            FROM message_attachment m JOIN attachment a ON a.id = m.attachment_id
            WHERE m.message_id = ? ORDER BY m.position
            """, [message.rawValue]
        ) { AttachedFile(id: $0.id(at: 0), storedName: $0[1], bytes: $0.bytes(at: 2)) }
    }
}
