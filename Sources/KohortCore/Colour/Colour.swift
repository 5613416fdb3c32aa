import Foundation

/// A colour of a screen (sRGB), written as `#1d5b49`.
package struct Colour: Hashable, Sendable, CustomStringConvertible {
    /// 0 to 255 each.
    package let red, green, blue: Int

    /// Nil for anything but a `#` and six hexadecimal digits.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.hasPrefix("#"), digits.count == 6, digits.allSatisfy({ $0.hexadecimalValue != nil }),
            let number = Int(text.dropFirst(), radix: 16)
        else { return nil }
        self.init(red: number >> 16, green: number >> 8 & 255, blue: number & 255)
    }

    private init(red: Int, green: Int, blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

    package static let black = Colour(red: 0, green: 0, blue: 0)
    package static let white = Colour(red: 255, green: 255, blue: 255)

    package var description: String {
        let digits = String(red << 16 | green << 8 | blue, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension Colour {
    /// From 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(to other: Colour) -> Double {
        let (mine, others) = (luminance, other.luminance)
        return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
    }

    /// This colour with `part` of another in it, from 0 to 1.
    package func mixed(with other: Colour, _ part: Double) -> Colour {
        func channel(_ mine: Int, _ others: Int) -> Int {
            Int((Double(mine) + (Double(others) - Double(mine)) * part).rounded())
        }
        return Colour(
            red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue))
    }

    /// The same hue at its full strength; white for black.
    package var brightest: Colour {
        let most = max(red, green, blue)
        if most == 0 { return .white }
        return Colour(red: red * 255 / most, green: green * 255 / most, blue: blue * 255 / most)
    }

    /// This colour, or the first on the way from it to `goal` that has so much contrast to every one of `grounds`.
    package func legible(on grounds: [Colour], atLeast contrast: Double, towards goal: Colour) -> Colour {
        let steps = (0...50).lazy.map { mixed(with: goal, Double($0) / 50) }
        return steps.first { colour in grounds.allSatisfy { colour.contrast(to: $0) >= contrast } } ?? goal
    }

    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    private static func linear(_ channel: Int) -> Double {
        let part = Double(channel) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
}

extension Colour: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let colour = Colour(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no colour")
        }
        self = colour
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
