//! Random numbers that are the same everywhere: a seed gives the same draws natively and in the browser.

use super::weight::Weights;

/// The generator SFC64 (Doty-Humphrey, PractRand; numpy's `SFC64`): three mixed words and a counter.
#[derive(Clone, Debug)]
pub struct Random {
    a: u64,
    b: u64,
    c: u64,
    counter: u64,
}

impl Random {
    /// A stream from a seed: all three words set to it and the first 12 numbers dropped, as PractRand does.
    pub fn new(seed: u64) -> Random {
        let mut random = Random { a: seed, b: seed, c: seed, counter: 1 };
        for _ in 0..12 {
            random.word();
        }
        random
    }

    /// The next 64 bits.
    pub fn word(&mut self) -> u64 {
        let word = self.a.wrapping_add(self.b).wrapping_add(self.counter);
        self.counter = self.counter.wrapping_add(1);
        self.a = self.b ^ (self.b >> 11);
        self.b = self.c.wrapping_add(self.c << 3);
        self.c = self.c.rotate_left(24).wrapping_add(word);
        word
    }

    /// The next number of [0, 1), all multiples of 2⁻⁵³ equally likely.
    pub fn unit(&mut self) -> f64 {
        (self.word() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// A standard normal number (the polar method of Marsaglia and Bray; the second of each pair is dropped).
    fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * (-2.0 * libm::log(square) / square).sqrt();
            }
        }
    }

    /// The logarithm of a gamma number of this shape and scale 1 (Marsaglia & Tsang 2000). As logarithms, the numbers
    /// of tiny shapes do not vanish.
    fn log_gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let root = libm::log(1.0 - self.unit()) / shape;
            return self.log_gamma(shape + 1.0) + root;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v <= 0.0 {
                continue;
            }
            let log_cube = 3.0 * libm::log(v);
            if libm::log(1.0 - self.unit()) < 0.5 * x * x + d - d * (v * v * v) + d * log_cube {
                return libm::log(d) + log_cube;
            }
        }
    }
}

/// Draws weights at random from a Dirichlet distribution around base weights.
///
/// Its parameters are concentration × weight: the mean is the base, and the variance of a weight w is
/// w·(1 − w) ÷ (concentration + 1). Around equal weights, a concentration of as many as there are weights makes all
/// sets of weights equally likely. A weight of zero stays zero. The draw is not negative and sums to one.
/// A concentration that is not finite or below 10⁻³ is taken as 10⁻³, one above 10⁹ as 10⁹.
///
/// ```
/// use duibiao::benchmark::composite::{Random, Weights, dirichlet};
/// let base = Weights::new(&[0.5, 0.3, 0.2]).unwrap();
/// let draw = dirichlet(&base, 50.0, &mut Random::new(2023));
/// assert!((draw.iter().sum::<f64>() - 1.0).abs() < 1e-12);
/// assert_eq!(draw, dirichlet(&base, 50.0, &mut Random::new(2023)));
/// ```
pub fn dirichlet(base: &Weights, concentration: f64, random: &mut Random) -> Vec<f64> {
    let concentration = if concentration.is_finite() { crate::order::clamp(concentration, LEAST, MOST) } else { LEAST };
    let mut logs = Vec::with_capacity(base.values().len());
    for weight in base.values() {
        let shape = concentration * weight;
        logs.push(if shape > 0.0 { random.log_gamma(shape) } else { f64::NEG_INFINITY });
    }
    let largest = logs.iter().fold(f64::NEG_INFINITY, |most, log| most.max(*log));
    let mut weights: Vec<f64> = logs.iter().map(|log| libm::exp(log - largest)).collect();
    let sum: f64 = weights.iter().sum();
    for weight in &mut weights {
        *weight /= sum;
    }
    weights
}

/// The least concentration, and the most: beyond them draws are corners or the base itself.
pub(super) const LEAST: f64 = 1e-3;
pub(super) const MOST: f64 = 1e9;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_mean_of_draws_is_the_base() {
        let base = Weights::new(&[5.0, 3.0, 1.5, 0.5, 0.0]).unwrap();
        for concentration in [0.5, 4.0, 50.0] {
            let mut random = Random::new(7);
            const DRAWS: usize = 20_000;
            let mut sums = [0.0; 5];
            let mut squares = [0.0; 5];
            for _ in 0..DRAWS {
                for (at, weight) in dirichlet(&base, concentration, &mut random).into_iter().enumerate() {
                    sums[at] += weight;
                    squares[at] += weight * weight;
                }
            }
            for (at, weight) in base.values().iter().enumerate() {
                let (mean, variance) = (sums[at] / DRAWS as f64, weight * (1.0 - weight) / (concentration + 1.0));
                // five standard errors: by chance alone once in a million
                assert!((mean - weight).abs() <= 5.0 * (variance / DRAWS as f64).sqrt(), "{concentration} {at}: {mean}");
                let found = squares[at] / DRAWS as f64 - mean * mean;
                assert!((found - variance).abs() <= 0.06 * variance, "{concentration} {at}: {found} {variance}");
            }
        }
    }

    /// That a draw from a stream that begins with these words is the same as from behind them.
    fn check(random: &Random, words: &[u64], draw: fn(&mut Random) -> f64) {
        let mut behind = random.clone();
        assert_eq!(words.iter().map(|_| behind.word()).collect::<Vec<_>>(), words);
        assert_eq!(draw(&mut random.clone()), draw(&mut behind));
    }

    /// A word half way: 0.5 as a unit, 0 as a coordinate.
    const HALF: u64 = 1 << 63;

    #[test]
    fn a_point_at_the_centre_or_on_the_circle_is_drawn_again() {
        // nine times this is one, in 64 bits
        let ninth = 0x8e38_e38e_38e3_8e39_u64;
        assert_eq!(ninth.wrapping_mul(9), 1);
        let begins = |first: u64, second: u64| Random { a: first, b: 0, c: ninth.wrapping_mul(second.wrapping_sub(1)), counter: 0 };
        check(&begins(HALF, HALF), &[HALF, HALF], Random::normal);
        check(&begins(0, HALF), &[0, HALF], Random::normal);
    }

    #[test]
    fn a_number_at_the_edge_of_its_gamma_is_drawn_again() {
        // the normal number is 0, so that nothing is left to accept by, and the unit behind it is 0
        check(&Random { a: 2, b: 0, c: 0, counter: HALF - 2 }, &[HALF, HALF - 1, 0], |random| random.log_gamma(2.0));
    }

    #[test]
    fn a_weight_of_zero_takes_no_numbers() {
        let draw = |weights: &[f64]| dirichlet(&Weights::new(weights).unwrap(), 2.0, &mut Random::new(7));
        let two = draw(&[0.5, 0.5]);
        assert_eq!(draw(&[0.5, 0.0, 0.5]), [two[0], 0.0, two[1]]);
    }

    proptest! {
        #[test]
        fn draws_are_weights_and_the_same_again(
            proportions in prop::collection::vec(prop_oneof![Just(0.0), 1e-300..1e300f64, 0.0..1.0f64], 1..20),
            concentration in any::<f64>(),
            seed in any::<u64>(),
        ) {
            prop_assume!(proportions.iter().any(|weight| *weight > 0.0));
            let base = Weights::new(&proportions).unwrap();
            let draw = dirichlet(&base, concentration, &mut Random::new(seed));
            prop_assert!(draw.iter().all(|weight| weight.is_finite() && *weight >= 0.0));
            prop_assert!((draw.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert_eq!(&draw, &dirichlet(&base, concentration, &mut Random::new(seed)));
            prop_assert!(draw.iter().zip(base.values()).all(|(weight, base)| *base > 0.0 || *weight == 0.0));
        }
    }
}
