extension Unicode.Scalar {
    /// C0, DEL and C1. Asked of scalars, since CR LF is one `Character` that equals neither.
    var isControl: Bool { properties.generalCategory == .control }

    /// A visible sign of ASCII, no space.
    var isPrintableASCII: Bool { (0x21...0x7E).contains(value) }

    /// What an atom is made of (RFC 5322 §3.2.3).
    var isAtomText: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}", "~": true
        default: false
        }
    }
}
