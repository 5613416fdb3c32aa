import Synchronization

/// A value as `StoredJSON` writes it, of which the same few texts are read over and over: definitions, settings, codes. A
/// text is decoded once and its value kept while there is room. Not for what people write.
package struct KeptJSON<Value: Codable & Sendable>: Storable {
    package let value: Value
    package var sqlValue: SQLValue { StoredJSON(value).sqlValue }

    package static func read(_ cells: any Cells, _ column: Int) -> KeptJSON? {
        guard let text = cells.text(column) else { return nil }
        if let kept = KeptValues.find(Value.self, text) { return KeptJSON(value: kept) }
        guard let value = try? JSONText.decode(Value.self, from: text) else { return nil }
        KeptValues.keep(value, of: text)
        return KeptJSON(value: value)
    }
}

private enum KeptValues {
    private struct Key: Hashable {
        let type: ObjectIdentifier
        let text: String
    }

    /// In bytes of texts; when it is reached all is forgotten.
    private static let room = 4 << 20
    private static let state = Mutex<(values: [Key: any Sendable], bytes: Int)>(([:], 0))

    static func find<Value>(_ type: Value.Type, _ text: String) -> Value? {
        // Not cast while it may be missing: nothing is a value where the type is an optional one.
        guard let kept = state.withLock({ $0.values[Key(type: ObjectIdentifier(type), text: text)] }) else {
            return nil
        }
        return kept as? Value
    }

    static func keep<Value: Sendable>(_ value: Value, of text: String) {
        state.withLock { state in
            if state.bytes + text.utf8.count > room { state = ([:], 0) }
            let before = state.values.updateValue(value, forKey: Key(type: ObjectIdentifier(Value.self), text: text))
            if before == nil { state.bytes += text.utf8.count }
        }
    }
}
