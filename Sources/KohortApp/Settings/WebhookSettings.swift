import Configuration
import KohortOutbound

extension WebhookRules {
    /// The settings of a block such as `kohort.webhooks`; lists are written with commas.
    init(_ reader: ConfigReader, of block: String = "webhooks") throws {
        let ports = try Self.list(reader, block + ".ports", default: "443,8443", allowed: "numbers from 1 to 65535") { text in
            Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
        }
        let addresses = try Self.list(
            reader, block + ".allowedAddresses", default: "", allowed: "addresses such as 10.1.2.0/24"
        ) { AddressBlock($0) }
        self.init(
            allowsPlainHTTP: reader.bool(forKey: "plainHTTP", default: false), ports: Set(ports),
            addresses: AddressRules(allowing: addresses), authorities: reader.string(forKey: "authorities"))
    }

    private static func list<Item>(
        _ reader: ConfigReader, _ key: String, default value: String, allowed: String, _ read: (String) -> Item?
    ) throws -> [Item] {
        let name = key.split(separator: ".").last.map(String.init) ?? key
        let text = reader.string(forKey: ConfigKey(name), default: value)
        return try text.split(separator: ",").map { part in
            guard let item = read(part.trimmingSpaces) else {
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
