namespace CorridorTwin.Simulation.Draws;

/// <summary>How a compiled <see cref="Sampler"/> draws; the default is a constant 0.</summary>
internal enum SamplerKind : byte
{
    Deterministic = 0,
    Uniform,
    Exponential,
    Lognormal,
    Gamma,
    GammaBoosted,
    Erlang,
    Triangular,
    Empirical,
    Hyperexponential,
    Mixture,
}
