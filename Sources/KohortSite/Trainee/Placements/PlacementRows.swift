import Delivery
import KohortCore
import KohortWeb

/// The rows of a plan's form: as many as the programme has periods, filled with what is planned.
struct PlacementRows {
    let room: TraineeVisit
    let maker: SheetMaker
    let hosts: [HostOrganisation]
    static let key = "plan"

    private var rows: [PlacementLine?] {
        let planned = room.detail.placements.map(Optional.some)
        let pattern = room.rules.periods
        let most = max(planned.count, pattern.count.atMost + pattern.optional.count)
        return planned + Array(repeating: nil, count: most - planned.count)
    }

    /// What each row asks for, under names such as `row1-host`.
    var parts: [SheetFormPart] {
        rows.enumerated().map { index, line in
            SheetFormPart(
                legend: room.text("plan.row", ["row": String(index + 1)]), fields: fields(index, line?.placement))
        }
    }

    private func fields(_ index: Int, _ placement: Placement?) -> [DeskField] {
        let proposed = index < room.rules.periods.count.atMost ? String(index + 1) : ""
        return [
            choices(index, "part", parts(of: room.rules.periods), placement?.part.value ?? proposed),
            choices(index, "host", hosts.places, placement.map { HostChoice($0).value } ?? ""),
            field(index, "starts_on", placement?.period.start), field(index, "ends_on", placement?.period.lastDay),
        ]
    }

    private func choices(
        _ index: Int, _ name: String, _ choices: [(value: String, label: String)], _ chosen: String
    ) -> DeskField {
        let none = [(value: "", label: room.visit.text("desk.choose"))]
        let make = maker.fields(Self.key)
        return named(
            make.choices(Self.name(index, name), .choice, none + choices, chosen: [chosen], required: true), name)
    }

    private func field(_ index: Int, _ name: String, _ date: LocalDate?) -> DeskField {
        named(maker.fields(Self.key).field(Self.name(index, name), .date, date?.description ?? ""), name)
    }

    private static func name(_ index: Int, _ name: String) -> String { "row\(index)-\(name)" }

    /// Rows share the words of their fields.
    private func named(_ field: DeskField, _ name: String) -> DeskField {
        DeskField(
            name: field.name, id: field.id, kind: field.kind, label: room.text("plan.\(name)"), value: field.value,
            error: field.error, isRequired: field.isRequired, choices: field.choices)
    }

    private func parts(of pattern: PeriodPattern) -> [(value: String, label: String)] {
        let numbered = (1...max(1, pattern.count.atMost)).map { Placement.Part.numbered($0) }
        let optional = pattern.optional.map { Placement.Part.optional($0.slug) }
        return (numbered + optional).map { ($0.value, room.part($0)) }
    }
}

extension Placement.Part {
    /// As the form names it.
    fileprivate var value: String {
        switch self {
        case .numbered(let number): String(number)
        case .optional(let slug): slug.text
        }
    }

    init?(formValue: String) {
        if let number = Int(formValue) {
            self = .numbered(number)
        } else if let slug = try? Slug(formValue) {
            self = .optional(slug)
        } else {
            return nil
        }
    }
}
