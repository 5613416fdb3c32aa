import Delivery
import KohortCore
import KohortWeb

extension Shape {
    static let placementLine = Shape.record(
        placementMembers
            + members([
                "unit_name": .nullable(.text), "lacks_supervisor": .boolean,
                "supervisors": .list(
                    .object([
                        "supervisor": .follower, "from": .date, "until": .nullable(.date), "holds_authority": .boolean,
                    ])),
            ]))

    static let placementBoard = Shape.object([
        "starts_on": .date, "ends_before": .date,
        "hosts": .list(.object(["host": .slug, "placements": .list(bar)])),
        "unplanned": .list(.object(["id": .id, "name": .text, "employer": .slug])),
    ])

    private static let bar = Shape.record(
        placementMembers
            + members([
                "trainee": .id, "name": .text, "supervisor": .nullable(.follower), "lacks_supervisor": .boolean,
                "faults": .list(.text),
            ]))

    private static let placementMembers = members([
        "id": .id, "part": .text, "host": .slug, "unit": .nullable(.id), "starts_on": .date, "ends_before": .date,
        "paid_by": .choice(Payer.self),
    ])
}

extension JSONWriter {
    mutating func placement(_ line: PlacementLine, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.placement(line.placement, slugs)
            json.member("unit_name", line.unit)
            json.member("lacks_supervisor", line.lacksSupervisor)
            json.member("supervisors", list: line.supervisors) { json, line in
                json.object { json in
                    json.member("supervisor") { $0.follower(line.follower) }
                    json.member("from", line.supervision.from)
                    json.member("until", line.supervision.until)
                    json.member("holds_authority", line.supervision.holdsAuthority)
                }
            }
        }
    }

    mutating func board(_ board: PlacementBoard.Answer, _ slugs: [OrganisationID: Slug]) {
        period(board.period)
        member("hosts", list: board.rows) { json, row in
            json.object { json in
                json.member("host", slugs[row.host])
                json.member("placements", list: row.bars) { $0.bar($1, slugs) }
            }
        }
        member("unplanned", list: board.unplanned) { json, trainee in
            json.object { json in
                json.member("id", trainee.id)
                json.member("name", trainee.name)
                json.member("employer", slugs[trainee.employer])
            }
        }
    }

    private mutating func bar(_ bar: PlacementBoard.Bar, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.placement(bar.placement, slugs)
            json.member("trainee", bar.trainee.id)
            json.member("name", bar.trainee.name)
            json.member("supervisor") { $0.follower(bar.supervisor) }
            json.member("lacks_supervisor", bar.lacksSupervisor)
            json.member("faults", list: bar.faults) { $0.value($1.code) }
        }
    }

    /// The members of a placement.
    private mutating func placement(_ placement: Placement, _ slugs: [OrganisationID: Slug]) {
        member("id", placement.id)
        member("part", placement.part.text)
        member("host", slugs[placement.host])
        member("unit", placement.unit)
        period(placement.period)
        member("paid_by", placement.paidBy.rawValue)
    }
}
