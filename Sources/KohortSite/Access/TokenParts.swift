import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// The page of tokens: each with what it may do, and the form that makes one.
struct TokenParts {
    let room: AccessRoom
    let tokens: [TokenList.Line]
    let refusal: Refusal?

    private var visit: Visit { room.visit }

    var list: SheetSection {
        let columns = ["name", "role", "scopes", "expires", "used"].map { visit.text("tokens.\($0)") }
        let rows = tokens.map(row)
        return SheetSection(
            table: SheetTable(visit.text("tokens.title"), columns, rows),
            empty: rows.isEmpty ? visit.text("tokens.none") : "")
    }

    private func row(_ line: TokenList.Line) -> SheetRow {
        let (token, zone) = (line.token, visit.consortium.profile.timeZone)
        let scopes = token.scopes.map { visit.text("tokens.scope.\($0.rawValue)") }
        var row = SheetRow(
            token.name,
            [
                visit.words(of: line.role.role, on: line.role.scope),
                scopes.isEmpty ? visit.text("tokens.scope.all") : visit.format.list(scopes),
                visit.format.date(zone.date(at: token.expiresAt)),
                token.usedAt.map(visit.format.time) ?? visit.text("tokens.never"),
            ])
        row.mark = .good
        let path = "/tokens\(room.place(line.role.scope))/\(token.id)/revocation"
        row.forms = [
            SheetForm(
                action: visit.path(room.path(path)), button: visit.text("tokens.revoke"), of: row.name, look: .danger)
        ]
        return row
    }

    var making: SheetSection {
        let fields = DeskFields(visit: visit, texts: "tokens", refusal: refusal)
        let roles = room.tokenRoles.map { (value: $0.rawValue, label: visit.text("tokens.as.\($0.rawValue)")) }
        let scopes = TokenScope.allCases.map {
            (value: $0.rawValue, label: visit.text("tokens.scope.\($0.rawValue)"))
        }
        var questions = [
            fields.line("name", hinted: true), fields.choices("role", .oneOf, roles, chosen: ["integration"]),
        ]
        if room.employer == nil {
            let none = [(value: "", label: visit.text("people.whole"))]
            let places = visit.consortium.organisations.map {
                (value: $0.slug.text, label: $0.name.text(in: visit.language))
            }
            questions.append(fields.choices("organisation", .choice, none + places, chosen: [""]))
        }
        questions += [
            fields.choices("scopes", .anyOf, scopes, chosen: [], hinted: true), fields.field("days", .number, "90"),
        ]
        return SheetSection(
            title: visit.text("tokens.make"),
            forms: [
                SheetForm(
                    action: visit.path(room.path("/tokens")), fields: questions, button: visit.text("tokens.make.press")
                )
            ])
    }
}

extension AccessRoom {
    /// Reading, or acting as whoever makes the token.
    var tokenRoles: [Role] { employer == nil ? [.integration, .lead] : [.integration, .coordinator] }
}
