import Billing
import KohortCore
import KohortWeb
import Tenancy

/// The forms of one charge: who pays it, and for which days.
struct ChargeForms {
    static let division = "division"
    static let proration = "proration"
    /// How many payers the form has rows for.
    static let rows = 1...4

    let visit: Visit
    let line: ChargeList.Line
    let refused: RefusedForm?

    var all: [SheetForm] { [divide, prorate] }

    private var divide: SheetForm {
        let make = fields(Self.division)
        let none = [(value: "", label: visit.text("desk.choose"))]
        let payers = visit.consortium.organisations.map {
            (value: $0.id.description, label: $0.name.text(in: visit.language))
        }
        let rows = Self.rows.flatMap { row in
            [
                make.choices("payer\(row)", .choice, none + payers, chosen: [""], required: row == 1),
                make.optional("weight\(row)", .number, row == 1 ? "1" : ""),
            ]
        }
        return form(Self.division, "/division", rows)
    }

    private var prorate: SheetForm {
        let make = fields(Self.proration)
        return form(
            Self.proration, "/proration", [make.field("first_day", .date), make.field("last_day", .date)])
    }

    private func form(_ key: String, _ path: String, _ fields: [DeskField]) -> SheetForm {
        var form = SheetForm(
            action: visit.path("/staff/billing/charges/\(line.charge.id)\(path)"), fields: fields,
            button: visit.text("charge.\(key).press"))
        (form.note, form.fold) = (visit.text("charge.\(key).what"), visit.text("charge.\(key).fold"))
        form.isOpen = refused?.key == key
        return form
    }

    private func fields(_ key: String) -> DeskFields {
        DeskFields(
            visit: visit, texts: "charge.\(key)", idPrefix: "\(key)-",
            refusal: refused?.key == key ? refused?.refusal : nil)
    }
}

extension ChargeForms {
    /// The payers that were chosen, each with its weight; an empty weight is 1.
    static func shares(_ typed: Form) throws(Rejection) -> [DivideCharge.Share] {
        var (shares, problems): ([DivideCharge.Share], [FieldProblem]) = ([], [])
        for row in rows {
            guard let payer = OrganisationID(typed.text("payer\(row)")) else { continue }
            let text = typed.text("weight\(row)")
            if let weight = text.isEmpty ? 1 : Int64(text) {
                shares.append(DivideCharge.Share(payer: payer, weight: weight))
            } else {
                problems.append(FieldProblem("weight\(row)", "number.invalid"))
            }
        }
        if shares.isEmpty, problems.isEmpty { problems.append(FieldProblem("payer1", "choice.required")) }
        try problems.throwIfAny()
        return shares
    }

    static func days(_ typed: Form) throws(Rejection) -> Period {
        var problems: [FieldProblem] = []
        let (first, last) = (typed.date("first_day", &problems), typed.date("last_day", &problems))
        guard let first, let last else { throw .invalid(problems) }
        guard let days = Period(start: first, end: last.adding(days: 1)) else {
            throw .invalid("last_day", "date.order", ["after": first.description])
        }
        return days
    }
}
