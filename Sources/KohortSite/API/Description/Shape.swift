import KohortCore

/// The shape of a JSON value, as far as the API uses JSON Schema 2020-12.
indirect enum Shape: Sendable {
    case string(format: String?)
    case whole(from: Int?, to: Int?)
    case number
    case boolean
    case oneOf([String])
    case list(Shape)
    case record([Member])
    /// An object with these members and no other: what is sent to us.
    case form([Member])
    /// Visible ASCII of so many characters.
    case key(ClosedRange<Int>)
    /// An object of which nothing more is promised.
    case open
    case nullable(Shape)

    struct Member: Sendable {
        let name: String
        let schema: Shape
        let isRequired: Bool
    }
}

extension Shape {
    static let text = Shape.string(format: nil)
    static let id = Shape.string(format: "uuid")
    static let date = Shape.string(format: "date")
    static let instant = Shape.string(format: "date-time")
    static let slug = Shape.text
    static let integer = Shape.whole(from: nil, to: nil)
    /// A number of things.
    static let count = Shape.whole(from: 0, to: nil)
    static let money = Shape.form(["minor_units": .integer, "currency": .choice(Currency.self)])
    static let organisation = Shape.object(["id": .id, "slug": .slug, "name": .text])

    static func object(
        _ members: KeyValuePairs<String, Shape>, optional: KeyValuePairs<String, Shape> = [:]
    ) -> Shape {
        .record(
            Self.members(members) + optional.map { Member(name: $0.key, schema: $0.value, isRequired: false) })
    }

    static func form(
        _ members: KeyValuePairs<String, Shape>, optional: KeyValuePairs<String, Shape> = [:]
    ) -> Shape {
        guard case .record(let members) = object(members, optional: optional) else { return .open }
        return .form(members)
    }

    /// Members that are always there.
    static func members(_ members: KeyValuePairs<String, Shape>) -> [Member] {
        members.map { Member(name: $0.key, schema: $0.value, isRequired: true) }
    }

    /// Members that may be left out.
    static func optional(_ members: KeyValuePairs<String, Shape>) -> [Member] {
        members.map { Member(name: $0.key, schema: $0.value, isRequired: false) }
    }

    static func choice<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> Shape
    where Choice.RawValue == String {
        .oneOf(Choice.allCases.map(\.rawValue))
    }
}
