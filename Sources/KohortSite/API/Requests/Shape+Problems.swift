import KohortCore
import KohortWeb

extension Shape {
    /// All that keeps a value from being of this shape, each under its path: members by name, items by their place
    /// from 1.
    func problems(of value: JSONTree, at path: String = "") -> [FieldProblem] {
        switch (self, value) {
        case (.nullable, .null), (.boolean, .bool), (.number, .number), (.number, .integer), (.open, .object): []
        case (.nullable(let shape), _): shape.problems(of: value, at: path)
        case (.string(let format), .text(let text)): Self.problems(of: text, format, at: path)
        case (.key(let length), .text(let text)):
            length.contains(text.utf8.count) ? [] : [FieldProblem(path, "text.length")]
        case (.whole(let least, let most), .integer(let number)): Self.problems(of: number, least, most, at: path)
        case (.oneOf(let choices), .text(let text)):
            choices.contains(text) ? [] : [FieldProblem(path, "choice.unknown")]
        case (.list(let item), .list(let items)):
            items.enumerated().flatMap { item.problems(of: $1, at: Self.join(path, "\($0 + 1)")) }
        case (.record(let members), .object(let object)): Self.problems(of: object, members, at: path)
        case (.form(let members), .object(let object)):
            Self.problems(of: object, members, at: path) + Self.unknown(in: object, members, at: path)
        default: [FieldProblem(path, "json.type", ["expected": expected])]
        }
    }

    private var expected: String {
        switch self {
        case .string, .key, .oneOf: "string"
        case .whole: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .list: "array"
        case .record, .form, .open: "object"
        case .nullable(let shape): shape.expected
        }
    }

    private static func problems(of text: String, _ format: String?, at path: String) -> [FieldProblem] {
        let (isRight, code) =
            switch format {
            // Ids of all kinds have one form.
            case "uuid": (OnceID(text) != nil, "id.invalid")
            case "date": (LocalDate(text) != nil, "date.invalid")
            case "date-time": (Instant(text) != nil, "instant.invalid")
            case "email": (EmailAddress(text) != nil, "email.invalid")
            default: (true, "")
            }
        return isRight ? [] : [FieldProblem(path, code)]
    }

    private static func problems(of number: Int, _ least: Int?, _ most: Int?, at path: String) -> [FieldProblem] {
        if number >= least ?? .min, number <= most ?? .max { return [] }
        let bounds = [("from", least), ("to", most)].compactMap { name, bound in bound.map { (name, "\($0)") } }
        return [FieldProblem(path, "number.range", Dictionary(uniqueKeysWithValues: bounds))]
    }

    private static func problems(of object: [String: JSONTree], _ members: [Member], at path: String) -> [FieldProblem]
    {
        members.flatMap { member in
            let path = join(path, member.name)
            guard let value = object[member.name] else {
                return member.isRequired ? [FieldProblem(path, "json.missing")] : []
            }
            return member.schema.problems(of: value, at: path)
        }
    }

    private static func unknown(in object: [String: JSONTree], _ members: [Member], at path: String) -> [FieldProblem] {
        Set(object.keys).subtracting(members.map(\.name)).sorted().map { FieldProblem(join(path, $0), "json.unknown") }
    }

    private static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
