import KohortWeb

extension Shape: JSONValue {
    func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .string(let format):
                json.member("type", "string")
                if let format { json.member("format", format) }
            case .whole(let least, let most):
                json.member("type", "integer")
                if let least { json.member("minimum", least) }
                if let most { json.member("maximum", most) }
            case .number: json.member("type", "number")
            case .boolean: json.member("type", "boolean")
            case .open: json.member("type", "object")
            case .oneOf(let choices):
                json.member("type", "string")
                json.member("enum", list: choices) { $0.value($1) }
            case .list(let item):
                json.member("type", "array")
                json.member("items", item)
            case .record(let members): Self.write(members, to: &json)
            case .form(let members):
                Self.write(members, to: &json)
                json.member("additionalProperties", false)
            case .key(let length):
                json.member("type", "string")
                json.member("pattern", "^[!-~]{\(length.lowerBound),\(length.upperBound)}$")
            case .nullable(let schema): json.member("anyOf") { Self.write(orNull: schema, to: &$0) }
            }
        }
    }

    private static func write(_ members: [Member], to json: inout JSONWriter) {
        json.member("type", "object")
        json.member("properties") { json in
            json.object { json in
                for member in members { json.member(named: member.name) { $0.value(member.schema) } }
            }
        }
        json.member("required", list: members.filter(\.isRequired)) { $0.value($1.name) }
    }

    private static func write(orNull schema: Shape, to json: inout JSONWriter) {
        json.array { json in
            json.value(schema)
            json.object { $0.member("type", "null") }
        }
    }
}
