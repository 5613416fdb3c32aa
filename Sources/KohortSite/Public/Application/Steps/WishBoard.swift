import KohortCore
import KohortWeb
import Recruitment

/// The places that are wished for, in their order, and those that there are to choose from.
struct WishBoard: PageModel {
    let chosen: [WishedPlace]
    let groups: [PlaceGroup]
    let isFull: Bool

    init(_ open: OpenCall, _ form: Form) {
        let wishes = form.list("wishes").filter { !$0.isEmpty }
        chosen = wishes.enumerated().compactMap { index, wish in
            open.vacancies.first { "\($0.demand)" == wish }.map {
                WishedPlace($0, position: index + 1, isLast: index == wishes.count - 1)
            }
        }
        isFull = wishes.count >= open.call.largestWishCount
        groups = Self.groups(open.vacancies.filter { !wishes.contains("\($0.demand)") })
    }

    /// By employer; the list is in the order of employers already.
    private static func groups(_ vacancies: [Vacancy]) -> [PlaceGroup] {
        vacancies.reduce(into: []) { groups, vacancy in
            let place = WishedPlace(vacancy, position: 0, isLast: false)
            if groups.last?.employer == place.employer {
                groups[groups.count - 1].places.append(place)
            } else {
                groups.append(PlaceGroup(employer: place.employer, places: [place]))
            }
        }
    }

    static let fields: [String: PageField<Self>] = [
        "chosen": .list { $0.chosen },
        "anyChosen": .flag { !$0.chosen.isEmpty },
        "several": .flag { $0.chosen.count > 1 },
        "groups": .list { $0.groups },
        "full": .flag { $0.isFull },
    ]
}

/// One employer's places.
struct PlaceGroup: PageModel {
    let employer: String
    var places: [WishedPlace]

    static let fields: [String: PageField<Self>] = ["employer": .text { $0.employer }, "places": .list { $0.places }]
}

/// One place, chosen or to be chosen.
struct WishedPlace: PageModel {
    let id: String
    let title: String
    let employer: String
    let place: String
    let field: String
    let position: Int
    let isLast: Bool

    init(_ vacancy: Vacancy, position: Int, isLast: Bool) {
        (id, title, employer) = ("\(vacancy.demand)", vacancy.title, vacancy.employer.name)
        (place, field) = (vacancy.place, vacancy.field)
        (self.position, self.isLast) = (position, isLast)
    }

    static let fields: [String: PageField<Self>] = [
        "id": .text { $0.id },
        "title": .text { $0.title },
        "employer": .text { $0.employer },
        "place": .text { $0.place },
        "field": .text { $0.field },
        "position": .text { String($0.position) },
        "first": .flag { $0.position == 1 },
        "last": .flag { $0.isLast },
    ]
}
