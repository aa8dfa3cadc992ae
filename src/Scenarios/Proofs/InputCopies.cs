using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>Copies of the input files a result rests on, by name: the scenario files, and the tables as <c>data/…</c>.</summary>
/// <param name="Files">Texts by name, in the order of names.</param>
public sealed partial record InputCopies(SortedDictionary<string, string> Files)
{
    private const int MostFiles = 500;

    /// <summary>The files of a directory.</summary>
    public static InputCopies Of(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder).Where(f => Name().IsMatch(Path.GetFileName(f)))) files[Path.GetFileName(file)] = File.ReadAllText(file);
        string tables = Path.Combine(folder, "data");
        if (Directory.Exists(tables))
            foreach (string file in Directory.EnumerateFiles(tables, "*.csv")) files["data/" + Path.GetFileName(file)] = File.ReadAllText(file);
        return new InputCopies(files);
    }

    /// <summary>SHA-256 over names and texts.</summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach ((string name, string text) in Files) hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{text.Length}\n{text}"));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>Whether every name is one that input files have: nothing is ever written elsewhere.</summary>
    public bool AreNamesSound => Files.Count <= MostFiles && Files.Keys.All(n => Name().IsMatch(n));

    /// <summary>Writes them into a new directory.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        foreach ((string name, string text) in Files) File.WriteAllText(Path.Combine(folder, name), text);
    }

    [GeneratedRegex(@"^(?!\.)[\p{L}\p{N} _.-]+\.ya?ml$|^data/(?!\.)[\p{L}\p{N} _.-]+\.csv$")]
    private static partial Regex Name();
}
