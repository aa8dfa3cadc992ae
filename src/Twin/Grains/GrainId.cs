namespace CorridorTwin.Twin.Grains;

/// <summary>Names a grain.</summary>
/// <param name="Kind">truck, lane, post or agency.</param>
/// <param name="Key">Its name among its kind.</param>
public readonly record struct GrainId(string Kind, string Key)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Key}";
}
