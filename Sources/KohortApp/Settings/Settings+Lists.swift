import Configuration

extension Settings {
    /// A list that is written with commas; `block` is what the reader is scoped to, for the words of a problem.
    static func list<Item>(
        _ reader: ConfigReader, _ block: String?, _ key: String, default value: String = "", allowed: String,
        _ read: (String) -> Item?
    ) throws -> [Item] {
        let text = reader.string(forKey: ConfigKey(key), default: value)
        return try text.split(separator: ",").map { part in
            guard let item = read(part.trimmingSpaces) else {
                let key = block.map { "\($0).\(key)" } ?? key
                throw SettingsProblem(key: key, found: String(part), allowed: allowed)
            }
            return item
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
