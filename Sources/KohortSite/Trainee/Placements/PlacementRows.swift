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
    func fields() -> [DeskField] {
        rows.enumerated().flatMap { index, line in fields(index, line?.placement) }
    }

    private func fields(_ index: Int, _ placement: Placement?) -> [DeskField] {
        let number = String(index + 1)
        var part = choices(
            index, "part", parts,
            placement.map { $0.part.value } ?? (index < room.rules.periods.count.atMost ? number : ""))
        part.hint = index == 0 ? room.text("plan.blank") : ""
        return [
            part, choices(index, "host", hosts.places, placement.map { HostChoice($0).value } ?? ""),
            field(index, "starts_on", placement?.period.start), field(index, "ends_on", placement?.period.lastDay),
        ]
    }

    private func choices(
        _ index: Int, _ name: String, _ choices: [(value: String, label: String)], _ chosen: String
    ) -> DeskField {
        let none = [(value: "", label: visit.text("desk.choose"))]
        let made = named(index, name).choices(
            "row\(index)-\(name)", .choice, none + choices, chosen: [chosen], required: true)
        return relabelled(made, index, name)
    }

    private func field(_ index: Int, _ name: String, _ date: LocalDate?) -> DeskField {
        relabelled(named(index, name).field("row\(index)-\(name)", .date, date?.description ?? ""), index, name)
    }

    private func named(_ index: Int, _ name: String) -> DeskFields { maker.fields(Self.key) }

    private func relabelled(_ field: DeskField, _ index: Int, _ name: String) -> DeskField {
        DeskField(
            name: field.name, id: field.id, kind: field.kind,
            label: room.text("plan.\(name)", ["row": String(index + 1)]), hint: field.hint, value: field.value,
            error: field.error, isRequired: field.isRequired, choices: field.choices)
    }

    private var visit: Visit { room.visit }

    private var parts: [(value: String, label: String)] {
        let numbered = (1...max(1, room.rules.periods.count.atMost)).map { Placement.Part.numbered($0) }
        let optional = room.rules.periods.optional.map { Placement.Part.optional($0.slug) }
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
