import KohortCore
import KohortWeb
import Recruitment

/// One of the numbered choices by which places are put in order of wish.
struct WishModel: PageModel {
    let id: String
    let number: String
    let none: String
    let groups: [WishGroup]

    static let fields: [String: PageField<Self>] = [
        "id": .text { $0.id },
        "number": .text { $0.number },
        "none": .text { $0.none },
        "groups": .list { $0.groups },
    ]

    /// As many as the call allows and there are places for; what was chosen comes first, without gaps.
    static func all(_ open: OpenCall, _ form: Form, _ visit: Visit) -> [WishModel] {
        let chosen = form.list("wishes").filter { !$0.isEmpty }
        let count = max(chosen.count, min(open.call.largestWishCount, open.vacancies.count))
        return (0..<min(count, 50)).map { index in
            let number = visit.format.number(index + 1)
            return WishModel(
                id: index == 0 ? "field-wishes" : "field-wishes-\(index + 1)", number: number,
                none: visit.text(index == 0 ? "form.choose" : "apply.wishes.none"),
                groups: groups(open.vacancies, chosen: chosen.indices.contains(index) ? chosen[index] : ""))
        }
    }

    /// By employer; the list is in the order of employers already.
    private static func groups(_ vacancies: [Vacancy], chosen: String) -> [WishGroup] {
        vacancies.reduce(into: []) { groups, vacancy in
            let value = "\(vacancy.demand)"
            let option = OptionModel(
                value: value, label: "\(vacancy.title), \(vacancy.place)", isChosen: value == chosen)
            if groups.last?.label == vacancy.employer.name {
                groups[groups.count - 1].options.append(option)
            } else {
                groups.append(WishGroup(label: vacancy.employer.name, options: [option]))
            }
        }
    }
}

/// One employer's places to choose among.
struct WishGroup: PageModel {
    let label: String
    var options: [OptionModel]

    static let fields: [String: PageField<Self>] = [
        "label": .text { $0.label },
        "options": .list { $0.options },
    ]
}
