import Delivery
import KohortCore
import KohortWeb

/// A trainee's diploma and certificate, with the ways to them.
enum DocumentTable {
    static func of(_ documents: [IssuedDocument], _ room: TraineeVisit, _ maker: SheetMaker? = nil) -> SheetTable? {
        let rows = documents.map { document in
            var row = SheetRow(
                room.text("document.\(document.kind.rawValue)"),
                [room.visit.format.date(document.issuedOn), document.code.description])
            row.path = room.visit.path(room.path("/documents/\(document.id)"))
            if document.revokedAt != nil {
                (row.mark, row.state, row.isEnded) = (.late, room.text("document.revoked"), true)
            } else if let maker, room.rights.contains(.revokeDocument) {
                row.forms = [
                    maker.press(
                        "revoke", room.path("/documents/\(document.id)/revocation"), of: row.name, look: .danger)
                ]
            }
            return row
        }
        return SheetTable(
            room.text("documents"), ["document", "issued_on", "code"].map { room.text("column.\($0)") }, rows)
    }
}
