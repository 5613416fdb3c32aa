/// Text of any kind in 7-bit lines of at most 76 bytes (RFC 2045 §6.7); every kind of line end becomes CR LF.
enum QuotedPrintable {
    static func encode(_ text: String) -> String {
        lines(of: text).map(encode(line:)).joined(separator: "\r\n")
    }

    private static func lines(of text: String) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var previous: UInt8 = 0
        for byte in text.utf8 {
            let endsLine = byte == .carriageReturn || byte == .lineFeed && previous != .carriageReturn
            if endsLine { lines.append([]) } else if byte != .lineFeed { lines[lines.count - 1].append(byte) }
            previous = byte
        }
        return lines
    }

    private static func encode(line: [UInt8]) -> String {
        var encoded = ""
        var column = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let sign = sign(for: byte, isLast: isLast)
            if column + sign.utf8.count > (isLast ? 76 : 75) {
                encoded += "=\r\n"
                column = 0
            }
            encoded += sign
            column += sign.utf8.count
        }
        return encoded
    }

    /// Blanks at the end of a line are encoded, because servers on the way may strip them.
    private static func sign(for byte: UInt8, isLast: Bool) -> String {
        let scalar = Unicode.Scalar(byte)
        let isBlank = scalar == " " || scalar == "\t"
        if isBlank && !isLast || scalar.isPrintableASCII && scalar != "=" { return String(scalar) }
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "=0" + digits : "=" + digits
    }
}

extension UInt8 {
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
}
