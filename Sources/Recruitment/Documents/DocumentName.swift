import Foundation

/// File names as people's machines send them, made safe to give back.
enum DocumentName {
    static let limit = 100

    /// The last part of a path without control, formatting or reserved characters, at most 100 scalars and the ending
    /// of its format: `../../my cv.PDF` becomes `my cv.pdf`; without anything left it is `document.pdf`.
    static func safe(_ name: String, _ format: DocumentFormat) -> String {
        let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
        let kept = last.precomposedStringWithCanonicalMapping.unicodeScalars.filter(isSafe)
        let text = withoutEnding(String(String.UnicodeScalarView(kept)), format)
        let stem = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
            .trimmingCharacters(in: CharacterSet(charactersIn: " ."))
        return (stem.isEmpty ? "document" : stem) + "." + format.ending
    }

    /// Formatting characters can turn the direction of a name, so that `exe.fdp` is shown as a PDF.
    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: !"\"<>:|?*%".unicodeScalars.contains(scalar)
        }
    }

    private static func withoutEnding(_ name: String, _ format: DocumentFormat) -> String {
        let endings = format == .jpeg ? [".jpg", ".jpeg"] : ["." + format.ending]
        let ending = endings.first { name.lowercased().hasSuffix($0) }
        return String(name.dropLast(ending?.count ?? 0))
    }
}
