import KohortCore
import KohortWeb
import Tenancy

/// One governance body, with the names that older reports know it by (ROM-1).
struct BodyLine: PageModel {
    let name: String
    let kind: String
    let reportsTo: String?
    let pastNames: [String]

    init(_ body: BodyDefinition, _ definition: ConsortiumDefinition, _ visit: Visit) {
        (name, kind) = (body.name.text(in: visit.language), visit.text("staff.body.\(body.kind.rawValue)"))
        reportsTo = body.reportsTo.map { definition.name(ofBody: $0, visit) }
        pastNames = body.pastNames.map {
            let values = ["name": $0.name.text(in: visit.language), "date": visit.format.date($0.to)]
            return visit.text("staff.body.until", values)
        }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "kind": .text { $0.kind },
        "reportsTo": .text { $0.reportsTo },
        "pastNames": .texts { $0.pastNames },
    ]
}
