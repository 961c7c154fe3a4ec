import AudioWriting
import Foundation

/// The audio files that a command line names: files as they are, folders with all that is in them.
public enum AudioFileList {
  /// A file, or the audio files of a folder and of those in it, sorted by their bytes.
  ///
  /// In a folder, names decide: those of the containers that can be written. Hidden files, which are
  /// still being written, are passed over. Throws where there is nothing to look at.
  public static func files(at path: String) throws(Failure) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [path] }
    let endings = Set(AudioContainer.allCases.map(\.fileExtension))
    guard
      let names = FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String })
    else {
      throw Failure(reading: path, errno: EACCES)
    }
    let files = names.filter { name in
      endings.contains((name as NSString).pathExtension.lowercased())
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    guard !files.isEmpty else {
      throw Failure(
        .noInput, at: path, "has no audio file in it",
        remedy: "name a folder with files of \(endings.sorted().joined(separator: ", "))")
    }
    let sorted = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return sorted.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }
}
