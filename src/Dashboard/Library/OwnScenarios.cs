using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CorridorTwin.Dashboard.Host;

namespace CorridorTwin.Dashboard.Library;

/// <summary>The reader's own scenarios as files of the data folder. Shipped ones are never touched; what is deleted can be brought back.</summary>
public sealed partial class OwnScenarios(DataFolder data)
{
    /// <summary>Longest id.</summary>
    public const int LongestId = 60;

    // Names that one operating system or another keeps for devices, whatever follows the point.
    private static readonly HashSet<string> Devices = ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })];
    private readonly Lock gate = new();

    private string Deleted => Path.Combine(data.Path, "deleted");

    /// <summary>Whether a word may be an id, and so the name of a file.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && Form().IsMatch(id) && !Devices.Contains(id) && id != OwnFigureFile.Name;

    /// <summary>The file of an id.</summary>
    /// <exception cref="ArgumentException">It can be none.</exception>
    public string FileOf(string id) => IsId(id) ? Path.Combine(data.Scenarios, id + ".yaml") : throw new ArgumentException("Not an id.", nameof(id));

    /// <summary>What the file of an id says; null if there is none.</summary>
    public string? Text(string id) => IsId(id) ? KeptFile.Read(FileOf(id)) : null;

    /// <summary>A fingerprint of what a file says; empty for none.</summary>
    public static string Fingerprint(string? text) => text is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>Keeps a scenario, unless its file changed since the reader saw it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="text">Its file.</param>
    /// <param name="seen">Fingerprint of the file the reader saw; empty for none.</param>
    /// <returns>False if another wrote it meanwhile.</returns>
    public bool Save(string id, string text, string seen)
    {
        lock (gate)
        {
            if (Fingerprint(Text(id)) != seen) return false;
            KeptFile.Write(FileOf(id), text);
            return true;
        }
    }

    /// <summary>Puts a scenario aside.</summary>
    /// <returns>False if there is none.</returns>
    public bool Delete(string id)
    {
        lock (gate)
        {
            if (Text(id) is null) return false;
            Directory.CreateDirectory(Deleted);
            File.Move(FileOf(id), Path.Combine(Deleted, id + ".yaml"), overwrite: true);
            return true;
        }
    }

    /// <summary>Whether a scenario of this id was deleted and can be brought back.</summary>
    public bool CanRestore(string? id) => IsId(id) && File.Exists(Path.Combine(Deleted, id + ".yaml")) && Text(id!) is null;

    /// <summary>Brings a deleted scenario back.</summary>
    /// <returns>False if there is none, or another has taken its id.</returns>
    public bool Restore(string id)
    {
        lock (gate)
        {
            if (!CanRestore(id)) return false;
            Directory.CreateDirectory(data.Scenarios);
            File.Move(Path.Combine(Deleted, id + ".yaml"), FileOf(id));
            return true;
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Form();
}
