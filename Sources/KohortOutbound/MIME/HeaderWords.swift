import Foundation

/// A header's value as words that may be parted by a line break; text beyond plain ASCII becomes encoded words (RFC 2047).
enum HeaderWords {
    /// The words of free text such as a subject.
    static func unstructured(_ text: String, in header: String) throws(MIMEProblem) -> [String] {
        try words(of: text, in: header) { $0.isPrintableASCII }
    }

    /// The words of a display name; quotes, commas and brackets are encoded, so none can end the name early.
    static func phrase(_ text: String, in header: String) throws(MIMEProblem) -> [String] {
        try words(of: text, in: header, where: \.isAtomText)
    }

    /// One header with its line end, folded so that lines keep within 76 bytes where their words allow.
    static func folded(_ words: [String], in header: String) throws(MIMEProblem) -> String {
        guard words.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isPrintableASCII) }) else {
            throw .control(header: header)
        }
        var lines = [header + ":"]
        for (index, word) in words.enumerated() {
            let fits = lines[lines.count - 1].utf8.count + 1 + word.utf8.count <= 76
            if fits || index == 0 { lines[lines.count - 1] += " " + word } else { lines.append(" " + word) }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func words(
        of text: String, in header: String, where isPlain: (Unicode.Scalar) -> Bool
    ) throws(MIMEProblem) -> [String] {
        guard !text.unicodeScalars.contains(where: \.isControl) else { throw .control(header: header) }
        guard !text.isEmpty else { return [] }
        let words = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
        let isReadable = words.allSatisfy { word in
            (1...64).contains(word.count) && word.allSatisfy(isPlain) && !Substring(word).contains("=?")
        }
        return isReadable ? words.map { String($0) } : encoded(text)
    }

    /// 39 bytes make a word of 64, which stands beside the longest header name here in a line of 76.
    private static func encoded(_ text: String) -> [String] {
        var chunks: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunks[chunks.count - 1].count + bytes.count > 39 { chunks.append([]) }
            chunks[chunks.count - 1] += bytes
        }
        return chunks.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
    }
}
