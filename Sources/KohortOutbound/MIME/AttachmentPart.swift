import Foundation

/// A file within a mail: its headers, then its bytes in base64 (RFC 2045 §6.8).
enum AttachmentPart {
    static func text(of attachment: MailAttachment) throws(MIMEProblem) -> String {
        let type = try HeaderWords.folded([try checkedType(attachment.mediaType)], in: "Content-Type")
        let disposition = try HeaderWords.folded(
            ["attachment;"] + parameters(for: attachment.name), in: "Content-Disposition")
        let encoding = try HeaderWords.folded(["base64"], in: "Content-Transfer-Encoding")
        let body = Data(attachment.bytes).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return type + encoding + disposition + "\r\n" + body + "\r\n"
    }

    /// `type/subtype` of atoms: nothing can follow it in its header.
    private static func checkedType(_ type: String) throws(MIMEProblem) -> String {
        let parts = type.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        let isAtoms = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isAtomText) }
        guard isAtoms else { throw .control(header: "Content-Type") }
        return type
    }

    /// The name in full by RFC 2231, in pieces where it is long; everything but letters and digits is encoded, so that
    /// nothing in it can end the parameter.
    private static func parameters(for name: String) throws(MIMEProblem) -> [String] {
        guard !name.isEmpty, !name.unicodeScalars.contains(where: \.isControl) else {
            throw .control(header: "Content-Disposition")
        }
        var pieces = [""]
        for byte in name.utf8 {
            let sign = sign(for: byte)
            if pieces[pieces.count - 1].utf8.count + sign.utf8.count > 40 { pieces.append("") }
            pieces[pieces.count - 1] += sign
        }
        if pieces.count == 1 { return ["filename*=UTF-8''\(pieces[0])"] }
        return pieces.enumerated().map { index, piece in
            let end = index == pieces.count - 1 ? "" : ";"
            return "filename*\(index)*=\(index == 0 ? "UTF-8''" : "")\(piece)\(end)"
        }
    }

    private static func sign(for byte: UInt8) -> String {
        let scalar = Unicode.Scalar(byte)
        let isPlain =
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
            default: false
            }
        if isPlain { return String(scalar) }
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "%0" + digits : "%" + digits
    }
}
