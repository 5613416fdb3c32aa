import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// The page of people: each with their roles, and the form that invites.
struct RolesParts {
    let room: AccessRoom
    let people: [PeopleWithRoles.Line]
    let refusal: Refusal?

    private var visit: Visit { room.visit }

    var sections: [SheetSection] { [list, invitation] }

    private var list: SheetSection {
        let columns = ["person", "role", "email", "from", "to"].map { visit.text("people.\($0)") }
        let rows = people.flatMap { line in line.grants.map { row($0, line) } }
        return SheetSection(
            table: SheetTable(visit.text("people.title"), columns, rows),
            empty: rows.isEmpty ? visit.text("people.none") : "")
    }

    private func row(_ held: PeopleWithRoles.HeldGrant, _ line: PeopleWithRoles.Line) -> SheetRow {
        let (grant, zone) = (held.grant, visit.consortium.profile.timeZone)
        let words =
            room.employer == nil ? visit.words(of: grant.role, on: grant.scope) : visit.text("role.\(grant.role)")
        var row = SheetRow(
            line.person.name,
            [
                words, line.person.email.text, visit.format.date(zone.date(at: grant.fromAt)),
                grant.untilAt.map { visit.format.date(zone.date(at: $0.adding(.milliseconds(-1)))) } ?? "–",
            ])
        (row.mark, row.state) =
            line.isSignedIn ? (.good, visit.text("people.signed_in")) : (.ahead, visit.text("people.signed_out"))
        if held.canEnd { row.forms = forms(grant, line) }
        return row
    }

    private func forms(_ grant: Grant, _ line: PeopleWithRoles.Line) -> [SheetForm] {
        let (place, person) = (room.place(grant.scope), line.person)
        var forms = [
            press("/people/\(person.id)\(place)/invitation", "people.invite_again", person.name),
            press("/roles\(place)/\(grant.id)/ending", "people.end", person.name, look: .danger),
        ]
        if room.employer == nil, line.isSignedIn {
            forms.append(press("/people/\(person.id)/sign-outs", "people.sign_out", person.name))
        }
        return forms
    }

    private func press(_ path: String, _ key: String, _ name: String, look: SheetForm.Look = .plain) -> SheetForm {
        SheetForm(action: visit.path(room.path(path)), button: visit.text(key), of: name, look: look)
    }

    private var invitation: SheetSection {
        let fields = DeskFields(visit: visit, texts: "people", refusal: refusal)
        let roles = room.roles.map { (value: $0.rawValue, label: visit.text("role.\($0.rawValue)")) }
        let places = visit.consortium.organisations.map {
            (value: $0.slug.text, label: $0.name.text(in: visit.language))
        }
        var questions = [
            fields.line("name"), fields.field("email", .email),
            fields.choices("role", .oneOf, roles, chosen: []),
        ]
        if room.employer == nil {
            let none = [(value: "", label: visit.text("people.whole"))]
            questions.append(fields.choices("organisation", .choice, none + places, chosen: [""], hinted: true))
        }
        questions += [fields.optional("first_day", .date, hinted: true), fields.optional("last_day", .date)]
        return SheetSection(
            title: visit.text("people.invite"), notes: [visit.text("people.invite.text")],
            forms: [
                SheetForm(
                    action: visit.path(room.path("/people")), fields: questions,
                    button: visit.text("people.invite.press"))
            ])
    }
}
