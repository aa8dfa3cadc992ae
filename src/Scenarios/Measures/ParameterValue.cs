namespace CorridorTwin.Scenarios.Measures;

/// <summary>A value of a measure's parameter, in the parameter's canonical unit.</summary>
public abstract record ParameterValue
{
    private ParameterValue() { }

    /// <param name="Value">Shares as fractions: 30 % is 0.3. Other numbers in the declared unit.</param>
    public sealed record Number(double Value) : ParameterValue;

    /// <param name="On">Yes or no.</param>
    public sealed record Flag(bool On) : ParameterValue;

    /// <param name="Ids">Border post ids; may be empty.</param>
    public sealed record Posts(IReadOnlyList<string> Ids) : ParameterValue
    {
        /// <inheritdoc/>
        public bool Equals(Posts? other) => other is not null && Ids.SequenceEqual(other.Ids);

        /// <inheritdoc/>
        public override int GetHashCode() => Ids.Aggregate(17, (h, id) => HashCode.Combine(h, id));
    }
}
