import KohortCore
import KohortWeb
import Recruitment

/// What the pool can be narrowed by, over all its pages.
struct PoolFilterForm: PageModel {
    let action: String
    let round: String
    let fields: [DeskField]
    /// Back to the whole pool, while it is narrowed.
    let reset: String?

    static let fields: [String: PageField<Self>] = [
        "action": .text { $0.action },
        "round": .text { $0.round },
        "fields": .list { $0.fields },
        "reset": .text { $0.reset },
    ]

    init(_ room: EmployerVisit, _ address: PoolAddress, fields educationFields: [String]) {
        let (visit, filter) = (room.visit, address.filter)
        let make = DeskFields(visit: visit, texts: "employer.filter")
        func options(_ values: [(String, String)], _ chosen: String?, _ name: String) -> DeskField {
            make.choices(name, .choice, [("", visit.text("employer.filter.any"))] + values, chosen: [chosen ?? ""])
        }
        action = room.address("/pool")
        round = address.round.text
        fields = [
            make.optional("text", .line, filter.text),
            options(educationFields.map { ($0, $0) }, filter.educationField, "field"),
            options(
                EducationLevel.allCases.map { ($0.rawValue, visit.text("desk.level.\($0.rawValue)")) },
                filter.educationLevel?.rawValue, "level"),
            options(
                PoolFilter.Judgement.allCases.map { ($0.rawValue, visit.text("desk.verdict.\($0.rawValue)")) },
                filter.judgement?.rawValue, "mark"),
            options(
                [("1", visit.text("employer.filter.ranked.yes")), ("0", visit.text("employer.filter.ranked.no"))],
                filter.isRanked.map { $0 ? "1" : "0" }, "ranked"),
            make.choices(
                "own", .anyOf, [("1", visit.text("employer.filter.own.yes", ["employer": room.name]))],
                chosen: filter.ownWishes ? ["1"] : []),
        ]
        let whole = PoolAddress(round: address.round).choosing(address.chosen)
        reset = address.isNarrowed ? room.address("/pool?\(whole.query)") : nil
    }
}
