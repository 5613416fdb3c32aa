/// The currencies of the Nordic consortia; both have hundredths as their minor unit.
package enum Currency: String, Sendable, Codable, CaseIterable { case nok = "NOK", sek = "SEK" }
