import Configuration
import KohortCore
import KohortOutbound

extension CallRules {
    /// The settings of a block such as `kohort.webhooks`; lists are written with commas.
    init(_ reader: ConfigReader, of block: String = "webhooks") throws {
        let ports = try Settings.list(
            reader, block, "ports", default: "443,8443", allowed: "numbers from 1 to 65535"
        ) { text in
            Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
        }
        let addresses = try Settings.list(
            reader, block, "allowedAddresses", default: "", allowed: "addresses such as 10.1.2.0/24"
        ) { AddressBlock($0) }
        self.init(
            allowsPlainHTTP: reader.bool(forKey: "plainHTTP", default: false), ports: Set(ports),
            addresses: AddressRules(allowing: addresses), authorities: reader.string(forKey: "authorities"))
    }
}
