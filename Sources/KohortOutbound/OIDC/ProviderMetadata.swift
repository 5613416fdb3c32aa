import Foundation
import KohortCore

/// What a provider says of itself (OpenID Connect Discovery 1.0), as far as it is used here.
struct ProviderMetadata: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksURI: String
    /// Whether its answers name it (RFC 9207), so that one without a name is refused.
    let namesItself: Bool?
    let authenticationMethods: [String]?

    private enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case jwksURI = "jwks_uri"
        case namesItself = "authorization_response_iss_parameter_supported"
        case authenticationMethods = "token_endpoint_auth_methods_supported"
    }

    static func url(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Refuses a description of anybody but the issuer that was asked for, letter by letter.
    static func read(_ body: Data, of issuer: String) throws(ProviderProblem) -> ProviderMetadata {
        guard let metadata = try? JSONDecoder().decode(ProviderMetadata.self, from: body),
            metadata.issuer.utf8.elementsEqual(issuer.utf8)
        else { throw .metadata }
        return metadata
    }

    /// Where the browser is sent.
    func authorizationURL(_ client: ProviderClient, _ ties: ProviderTies, _ question: ProviderQuestion) -> String {
        var fields = [
            ("response_type", "code"), ("client_id", client.clientID), ("redirect_uri", client.redirect),
            ("scope", client.scope), ("state", ties.state), ("nonce", ties.nonce),
            ("code_challenge", ties.challenge), ("code_challenge_method", "S256"),
            ("ui_locales", question.language.rawValue),
        ]
        if !client.acr.isEmpty { fields.append(("acr_values", client.acr.joined(separator: " "))) }
        // OpenID Connect Core 3.1.2.1: sign in anew, and say in the token when that was.
        if question.isAgain { fields += [("prompt", "login"), ("max_age", "0")] }
        return authorizationEndpoint + (authorizationEndpoint.contains("?") ? "&" : "?") + FormText.text(fields)
    }

    /// The provider's own words on who answers, held against what it announced.
    func accepts(_ answer: ProviderAnswer) -> Bool {
        guard let named = answer.issuer else { return namesItself != true }
        return named.utf8.elementsEqual(issuer.utf8)
    }

    /// What is posted for the tokens, and the header that goes with it: the secret stands in the header unless the
    /// provider takes none there.
    func exchange(
        _ answer: ProviderAnswer, _ ties: ProviderTies, _ client: ProviderClient
    ) -> (form: String, authorization: String?) {
        var fields = [
            ("grant_type", "authorization_code"), ("code", answer.code), ("redirect_uri", client.redirect),
            ("code_verifier", ties.verifier),
        ]
        guard let secret = client.secret else {
            fields.append(("client_id", client.clientID))
            return (FormText.text(fields), nil)
        }
        if let methods = authenticationMethods, !methods.contains("client_secret_basic") {
            fields += [("client_id", client.clientID), ("client_secret", secret)]
            return (FormText.text(fields), nil)
        }
        let credentials = PercentEncoding.part(client.clientID) + ":" + PercentEncoding.part(secret)
        return (FormText.text(fields), "Basic " + Data(credentials.utf8).base64EncodedString())
    }
}

/// `application/x-www-form-urlencoded`, with everything escaped that may be.
private enum FormText {
    static func text(_ fields: [(String, String)]) -> String {
        fields.map { "\(PercentEncoding.part($0.0))=\(PercentEncoding.part($0.1))" }.joined(separator: "&")
    }
}
