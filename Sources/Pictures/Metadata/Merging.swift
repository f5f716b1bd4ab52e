extension PictureWords {
    /// What a picture says in all the places that it can: XMP before IIM before Exif.
    init(xmp: [UInt8], iim: [UInt8], exif: [UInt8]) {
        self.init()
        for words in [XMP.words(xmp), IIM.words(iim), Exif.words(exif)] {
            caption = caption ?? words.caption.flatMap { PictureWords.isByACamera($0) ? nil : $0 }
            creator = creator ?? words.creator
            credit = credit ?? words.credit
            copyright = copyright ?? words.copyright
            alternative = alternative ?? words.alternative
            instructions = instructions ?? words.instructions
        }
    }

    /// What cameras put where a caption should be.
    private static func isByACamera(_ caption: String) -> Bool {
        let known = [
            "olympus digital camera", "sony dsc", "minolta digital camera", "konica minolta digital camera",
            "samsung camera pictures", "samsung digital camera", "exif_jpeg_picture", "digital camera", "default",
            "untitled",
        ]
        return known.contains(caption.lowercased())
    }
}
