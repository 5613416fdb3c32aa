import Foundation

/// Finds a member that stands twice in its object, which Foundation's reader passes over: two readers of such a text
/// may take different values from it. A walk over bytes that are known to be JSON in UTF-8.
struct MemberNames {
    /// For each object or list around the place of the walk, the names so far; nil for a list.
    private var around: [Set<String>?] = []
    private var expectsName = false

    static func repeated(in bytes: Data) -> String? {
        var names = MemberNames()
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                let text = takeText(&rest)
                if names.expectsName, let name = names.repeats(text) { return name }
            } else {
                names.step(byte)
            }
        }
        return nil
    }

    private mutating func step(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"): (expectsName, around) = (true, around + [[]])
        case UInt8(ascii: "["): (expectsName, around) = (false, around + [nil])
        case UInt8(ascii: "}"), UInt8(ascii: "]"): around.removeLast()
        case UInt8(ascii: ","): expectsName = around.last.map { $0 != nil } ?? false
        case UInt8(ascii: ":"): expectsName = false
        default: break
        }
    }

    private mutating func repeats(_ text: Data) -> String? {
        guard let name = try? JSONDecoder().decode(String.self, from: text), let place = around.indices.last else {
            return nil
        }
        return around[place]?.insert(name).inserted == false ? name : nil
    }

    /// What follows a quotation mark, to the one that ends it; both included.
    private static func takeText(_ rest: inout ArraySlice<UInt8>) -> Data {
        var text = Data([UInt8(ascii: "\"")])
        while let byte = rest.popFirst() {
            text.append(byte)
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() { text.append(escaped) }
        }
        return text
    }
}
