extension String {
    /// Two lower-case digits for each byte.
    package init(hexadecimal bytes: some Sequence<UInt8>) {
        let digits = bytes.flatMap { [Self.digit($0 >> 4), Self.digit($0 & 0xF)] }
        self.init(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}
