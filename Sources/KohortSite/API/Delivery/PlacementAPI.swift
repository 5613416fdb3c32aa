import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// A trainee's plan: which period is where and when. A part is a number from 1, or the slug of an optional period.
enum PlacementAPI {
    static let endpoints = [
        Endpoint(
            post: "/trainees/{trainee}/placements", PlanPlacements.self,
            Operation(
                "planPlacements", "Sets the whole of a trainee's plan at once; what is left out is cancelled",
                body: .form(["placements": .list(item)]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentPlacements = try change.read()
            let items = try sent.placements.enumerated().map { index, item in
                try item.item(at: "placements.\(index + 1)", in: change.visit)
            }
            return try await change.done(PlanPlacements(trainee: try change.visit.trainee(), items: items))
        },
        Endpoint(
            post: "/trainees/{trainee}/placements/{placement}/move", MovePlacement.self,
            Operation(
                "movePlacement", "Gives one placement another host, unit or other dates",
                body: .form(
                    ["host": .slug, "starts_on": .date, "ends_before": .date], optional: ["unit": .nullable(.id)]),
                .done, refusals: [.conflict])
        ) { change in
            let sent: SentMove = try change.read()
            return try await change.done(
                MovePlacement(
                    trainee: try change.visit.trainee(), placement: try change.visit.placement(),
                    host: try change.visit.sentOrganisation(sent.host, "host"), unit: sent.unit,
                    startsOn: sent.startsOn, endsBefore: sent.endsBefore))
        },
    ]

    private static let item = Shape.form(
        ["part": .text, "host": .slug, "starts_on": .date, "ends_before": .date],
        optional: ["id": .id, "unit": .nullable(.id)])
}

private struct SentPlacements: Decodable {
    let placements: [SentPlacement]
}

private struct SentPlacement: Decodable {
    let id: PlacementID?
    let part, host: String
    let unit: UnitID?
    let startsOn, endsBefore: LocalDate

    /// A line without an id is a new one.
    func item(at path: String, in visit: Visit) throws -> PlacementItem {
        PlacementItem(
            id: id ?? visit.newID(), part: try part(at: path),
            host: try visit.sentOrganisation(host, "\(path).host"), unit: unit, startsOn: startsOn,
            endsBefore: endsBefore)
    }

    private func part(at path: String) throws(Rejection) -> Placement.Part {
        if let number = Int(part) { return .numbered(number) }
        guard let slug = try? Slug(part) else { throw .invalid("\(path).part", "placement.part.unknown") }
        return .optional(slug)
    }
}

private struct SentMove: Decodable {
    let host: String
    let unit: UnitID?
    let startsOn, endsBefore: LocalDate
}

extension Placement.Part {
    /// As plans and answers write it.
    var text: String {
        switch self {
        case .numbered(let number): String(number)
        case .optional(let slug): slug.text
        }
    }
}
