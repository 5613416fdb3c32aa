import Foundation
import KohortCore
import KohortWeb

@testable import KohortSite

/// What is written into fields, by their names: of forms and of JSON alike. A field whose name stands nowhere here gets
/// the tenant's canary.
struct WallWords: Sendable {
    let secret: String
    let open: String
    let captures: [String: String]

    private static let fixed: [String: String] = [
        "phone": "+47 90 00 00 00", "contact_phone": "+47 90 00 00 00", "birth_year": "1999", "graduation_year": "2026",
        "asked": "1", "positions": "1", "hours": "8", "persons": "2", "first_day": "2027-05-03",
        "last_day": "2027-05-04", "starts_on": "2027-02-01", "ends_before": "2027-02-08", "ends_on": "2027-02-07",
        "on": "2027-01-04", "held_on": "2027-01-04", "hired_on": "2026-12-01", "until": "2027-05-01",
        "education_level": "master", "channel": "press", "channels": "press", "language": "en", "employer": "north",
        "organisation": "east", "programme": "trainee", "country": "NO", "from": "1", "month": "2027-01",
        "postcode": "0155", "organisation_number": "945678909", "account": "15031234562", "reference": "kid",
        "treatment": "outside_scope", "reason_code": "", "payment_days": "30", "endpoint": "", "events": "",
        "authority": "yes", "intent": "submit", "field": "roads", "days": "", "seen": "", "code": "",
        // Each where its name says something else elsewhere.
        "planPlacements.placements": """
        {"part":"1","host":"north","starts_on":"2026-09-01","ends_before":"2027-06-01"},\
        {"part":"2","host":"south","starts_on":"2027-06-01","ends_before":"2027-09-01"}
        """,
        "movePlacement.host": "north", "movePlacement.starts_on": "2026-09-01",
        "movePlacement.ends_before": "2027-06-01", "RegisterPayer.organisation_number": "123456785",
        "registerPayer.organisation_number": "123456785",
        "PlanGathering.first_day": "2027-05-03",
        "extendTrainee.until": "2027-12-01", "DivideCharge.payer2": "", "DivideCharge.payer3": "",
        "DivideCharge.payer4": "",
        // Whichever lies within the days that the trainee's own period allows.
        "CompleteTrainee.on": "2026-08-31|2027-08-31|2027-09-07", "completeTrainee.on": "2026-08-31",
        "MoveDeadlines.apply_by": "2027-04-15", "moveDeadlines.apply_by": "2027-02-15",
    ]

    /// Operations that say a thing anew, and would take away what they leave out.
    private static let whole: Set<String> = ["registerSeller", "registerPayer"]

    /// What to write there; `place` is a command or an operation.
    func value(_ name: String, in place: String) -> String {
        if let own = captures["\(place).\(name)"] ?? Self.fixed["\(place).\(name)"] { return own }
        if name.contains("email") {
            return "\(secret)-\(place)\(place.first?.isLowercase == true ? "-sent" : "")@written.example"
        }
        if name.contains("url") { return "https://written.example/\(secret)" }
        // A table has a field for each row, by the row's id.
        if name.hasPrefix("weight") || name.hasPrefix("line-") || DemandID(name) != nil { return "1" }
        // What a demand says is published with its call.
        if place.lowercased().contains("demand") { return Self.fixed[name] ?? open }
        return Self.fixed[name] ?? captures[name] ?? "\(secret) \(name)"
    }

    /// As a reader fills the form in: what is there stays, of choices the first is taken; once for each of the
    /// texts that might be right.
    func filled(_ form: FoundForm, in place: String) -> [[(String, String)]] {
        let choices = form.fields.map { Self.fixed["\(place).\($0.name)"]?.split(separator: "|").count ?? 1 }.max() ?? 1
        return (0..<max(1, choices)).map { filled(form, in: place, $0) }
    }

    private func filled(_ form: FoundForm, in place: String, _ choice: Int) -> [(String, String)] {
        var seen: Set<String> = []
        return form.fields.compactMap { field in
            let choices = Self.fixed["\(place).\(field.name)"]?.split(separator: "|", omittingEmptySubsequences: false)
            let own = choices.map { String($0[min(choice, $0.count - 1)]) }
            switch field.kind {
            case "file": return nil
            case "radio":
                guard seen.insert(field.name).inserted else {
                    return field.value.isEmpty ? nil : (field.name, field.value)
                }
                return (field.name, field.choices[0])
            case "checkbox":
                let isWanted = ["channels", "days", "authority"].contains(field.name) || field.name.hasPrefix("day")
                return field.value.isEmpty && !isWanted ? nil : (field.name, field.choices[0])
            case "select" where field.name == "wishes": return (field.name, field.value)
            case "select": return (field.name, own ?? (field.value.isEmpty ? field.choices.first ?? "" : field.value))
            case "hidden", "button": return (field.name, field.value)
            default: return (field.name, own ?? (field.value.isEmpty ? value(field.name, in: place) : field.value))
            }
        }
    }

    /// A body of that shape.
    func json(_ shape: Shape, _ name: String, in place: String) -> String {
        switch shape {
        case .string, .key: "\"\(value(name, in: place))\""
        case .whole(let least, _): Int(value(name, in: place)).map { "\($0)" } ?? "\(least ?? 1)"
        case .number: "1"
        case .boolean: "false"
        case .oneOf(let choices):
            "\"\(choices.contains(value(name, in: place)) ? value(name, in: place) : choices[0])\""
        case .list(let item): "[\(items(of: item, name, in: place))]"
        case .record(let members), .form(let members):
            "{"
                + members.filter { $0.isRequired || Self.whole.contains(place) }.map {
                    "\"\($0.name)\":\(json($0.schema, $0.name, in: place))"
                }
                .joined(separator: ",") + "}"
        case .open: "{}"
        case .nullable(let inner): json(inner, name, in: place)
        }
    }

    private func items(of item: Shape, _ name: String, in place: String) -> String {
        if let own = Self.fixed["\(place).\(name)"] { return own }
        if name == "days" { return "" }
        return json(item, name == "candidacies" ? "candidacy" : name, in: place)
    }
}
