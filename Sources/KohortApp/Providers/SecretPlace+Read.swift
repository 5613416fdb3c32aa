import Foundation
import KohortCore
import Tenancy

extension SecretPlace {
    /// The secret that lies there now, without the line's end that an editor leaves. Throws where there is none.
    func read() throws -> String {
        let found: String? =
            switch self {
            case .environment(let name): ProcessInfo.processInfo.environment[name]
            case .file(let path): FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
            }
        let secret = found?.trimmingCharacters(in: .newlines) ?? ""
        guard !secret.isEmpty else {
            throw SettingsProblem(key: "providers", found: text, allowed: "a place that has the secret of a provider")
        }
        return secret
    }
}
