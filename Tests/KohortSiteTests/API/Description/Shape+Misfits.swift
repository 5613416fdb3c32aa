import Foundation

@testable import KohortSite

extension Shape {
    /// Where a JSON value is not as described: what is missing, too much or of another type, by its path.
    func misfits(_ value: Any, at path: String = "$") -> [String] {
        switch self {
        case .string, .key: value is String ? [] : [path]
        case .oneOf(let choices): choices.contains(value as? String ?? "") ? [] : [path]
        case .whole: value is Int ? [] : [path]
        case .number: value is Double || value is Int ? [] : [path]
        case .boolean: value is Bool ? [] : [path]
        case .open: value is [String: Any] ? [] : [path]
        case .nullable(let shape): value is NSNull ? [] : shape.misfits(value, at: path)
        case .list(let item):
            (value as? [Any])?.enumerated().flatMap { item.misfits($1, at: "\(path)[\($0)]") } ?? [path]
        case .record(let members), .form(let members): Self.misfits(value as? [String: Any], members, at: path)
        }
    }

    private static func misfits(_ object: [String: Any]?, _ members: [Member], at path: String) -> [String] {
        guard let object else { return [path] }
        let unknown = Set(object.keys).subtracting(members.map(\.name)).map { "\(path).\($0) is too much" }
        let wrong = members.flatMap { member -> [String] in
            guard let value = object[member.name] else {
                return member.isRequired ? ["\(path).\(member.name) is missing"] : []
            }
            return member.schema.misfits(value, at: "\(path).\(member.name)")
        }
        return unknown + wrong
    }
}
