/// An object that is being written.
struct StoredJSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: StoredJSONEncoder
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { at(key).write(literal: "null") }
    func encode(_ flag: Bool, forKey key: Key) { at(key).write(literal: flag ? "true" : "false") }
    func encode(_ text: String, forKey key: Key) { at(key).write(text) }
    func encode(_ number: Double, forKey key: Key) throws { try at(key).write(number) }
    func encode(_ number: Float, forKey key: Key) throws { try at(key).write(number) }
    func encode(_ number: some FixedWidthInteger & Encodable, forKey key: Key) {
        at(key).write(literal: String(number))
    }
    func encode(_ value: some Encodable, forKey key: Key) throws { try at(key).write(value, at: depth) }

    func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
        at(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { at(key).unkeyedContainer() }
    func superEncoder(forKey key: Key) -> any Encoder { at(key) }
    func superEncoder() -> any Encoder {
        encoder.beginMember("super", at: depth)
        return encoder
    }

    private func at(_ key: Key) -> StoredJSONEncoder {
        encoder.beginMember(key.stringValue, at: depth)
        return encoder
    }
}

/// A list that is being written.
struct StoredJSONItems: UnkeyedEncodingContainer {
    let encoder: StoredJSONEncoder
    let depth: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(encoder: StoredJSONEncoder, depth: Int) { (self.encoder, self.depth) = (encoder, depth) }

    mutating func encodeNil() { next().write(literal: "null") }
    mutating func encode(_ flag: Bool) { next().write(literal: flag ? "true" : "false") }
    mutating func encode(_ text: String) { next().write(text) }
    mutating func encode(_ number: Double) throws { try next().write(number) }
    mutating func encode(_ number: Float) throws { try next().write(number) }
    mutating func encode(_ number: some FixedWidthInteger & Encodable) { next().write(literal: String(number)) }
    mutating func encode(_ value: some Encodable) throws { try next().write(value, at: depth) }

    mutating func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
        next().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { next() }

    private mutating func next() -> StoredJSONEncoder {
        count += 1
        encoder.beginItem(at: depth)
        return encoder
    }
}

/// A value that is no object and no list.
struct StoredJSONSingle: SingleValueEncodingContainer {
    let encoder: StoredJSONEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.write(literal: "null") }
    func encode(_ flag: Bool) { encoder.write(literal: flag ? "true" : "false") }
    func encode(_ text: String) { encoder.write(text) }
    func encode(_ number: Double) throws { try encoder.write(number) }
    func encode(_ number: Float) throws { try encoder.write(number) }
    func encode(_ number: some FixedWidthInteger & Encodable) { encoder.write(literal: String(number)) }
    func encode(_ value: some Encodable) throws { try value.encode(to: encoder) }
}
