extension PictureWords {
    /// An XMP packet that says who made a picture and whom it belongs to (ISO 16684-1, 7.3); nothing if nobody is named.
    var packet: [UInt8] {
        var properties = ""
        if let creator {
            properties += "<dc:creator><rdf:Seq><rdf:li>\(escaped(creator))</rdf:li></rdf:Seq></dc:creator>"
        }
        if let copyright {
            properties +=
                "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(copyright))</rdf:li></rdf:Alt></dc:rights>"
        }
        if let credit { properties += "<photoshop:Credit>\(escaped(credit))</photoshop:Credit>" }
        guard !properties.isEmpty else { return [] }
        let packet = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">\
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">\
            \(properties)</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>
            """
        return Array(packet.utf8)
    }

    /// As the text of an element; what XML has no characters for is left out.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        // So that the packet has room in a JPEG's segment, whatever is in it.
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
