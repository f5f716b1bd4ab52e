import FrontMatter
import Markup

/// What a newsroom says of how it works, each on a page of its own: `policies:` in site.yml. Search engines and readers
/// judge a newspaper by them.
public enum Policy: String, Sendable, CaseIterable {
    /// The principles of the newsroom as a whole.
    case principles
    case ethics
    case corrections
    /// How facts are checked.
    case verification
    /// When a source may stay unnamed.
    case sources
    /// Why a story may have no byline.
    case bylines
    case diversity
    /// Who works for the newspaper, as a report on diversity says it.
    case staffing
    /// Who owns it, and who pays for it.
    case ownership
    /// What it means to cover.
    case mission
    /// Who is who in the newsroom.
    case masthead
    /// How readers reach the newsroom, and what becomes of what they say.
    case feedback
}

extension Site {
    /// Reads `policies:`, names with addresses.
    mutating func readPolicies(_ field: Fields.Field?, with decoder: inout FieldDecoder) {
        guard let fields = decoder.map(field) else { return }
        policies = decoder.nested(fields, of: "policies") { decoder, fields in
            warnOfUnknown(fields, known: Set(Policy.allCases.map(\.rawValue)), in: &decoder)
            var policies: [Policy: Address] = [:]
            for policy in Policy.allCases {
                policies[policy] = decoder.address(fields[policy.rawValue]).map(address(written:))
            }
            return policies
        }
    }
}
